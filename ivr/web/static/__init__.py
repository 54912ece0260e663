"""The files of the page itself: HTML, CSS, and plain modules of JavaScript with one purpose each."""
