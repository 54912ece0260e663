// The dialog in which a walk becomes a call: it is named, looked at, and copied, or saved beside the flow.

import { make, plain } from "./dom.js";
import { callText } from "./save.js";

/** The dialog; `keep` is called with the name and the text, and gives whether the call is kept, and a sentence. */
export class Saving {
  constructor(walk, words, keep, tell) {
    this.walk = walk;
    const entered = (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();  // or it would press the button that has the focus when the dialog is closed
      this.done(keep, tell);
    };
    this.name = make("input", { type: "text", maxlength: 120, oninput: () => this.write(), onkeydown: entered });
    this.said = make("p", { role: "alert" });
    this.text = make("textarea", { readonly: true, rows: 14, "aria-label": "The call, as it stands in a flow" });
    this.box = make("dialog", { class: "saving", "aria-labelledby": "saving-head" },
      make("h2", { id: "saving-head" }, "Save as call"),
      make("label", {}, "What does this call show? ", this.name),
      this.text, this.said,
      make("div", { class: "acts" },
        make("button", { type: "button", onclick: () => this.done(keep, tell) }, words),
        make("button", { type: "button", onclick: () => this.box.close() }, "Close")));
    document.body.append(this.box);
  }

  /** Ask. */
  open() {
    this.name.value = `Walked to ${this.walk.state.node}`;
    this.said.textContent = "";
    this.write();
    this.box.showModal();
    this.name.select();
  }

  write() {
    this.text.value = callText(this.walk, this.name.value);
  }

  async done(keep, tell) {
    const { kept, said } = await keep(this.name.value, this.text.value);
    if (kept) this.box.close();
    (kept ? tell : (words) => { this.said.textContent = plain(words); })(said);
  }
}
