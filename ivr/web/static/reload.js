// Loads a page again when what it shows has changed.

const events = new EventSource(document.documentElement.dataset.events);
events.addEventListener("changed", () => location.reload());
document.documentElement.dataset.ready = "yes";
