import { h } from "./dom.js";

/**
 * Asks for values in a dialog.
 *
 * @param send receives the values as FormData when they are sent; if it throws an error, the dialog stays open
 *   with its message
 */
export function ask(title, subject, fields, label, send) {
  const refusal = h("p", { class: "refusal", role: "alert" });
  const button = h("button", { class: "send", type: "submit" }, label);
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    refusal.textContent = "";
    try {
      await send(new FormData(form));
      dialog.close();
    } catch (refused) {
      refusal.textContent = refused.message;
    }
    button.disabled = false;
  };
  const form = h("form", { onsubmit: submit },
    h("h2", { id: "dialog-title" }, title), h("p", { class: "subject", dir: "auto" }, subject), fields, refusal,
    h("p", { class: "actions" }, h("button", { type: "button", onclick: () => dialog.close() }, "Cancel"), button));
  const opener = document.activeElement?.getAttribute("data-key");
  const close = () => {
    dialog.remove();
    // the button may have been replaced in the meantime
    if (opener) document.querySelector(`[data-key="${CSS.escape(opener)}"]`)?.focus({ preventScroll: true });
  };
  const dialog = h("dialog", { class: "ask", "aria-labelledby": "dialog-title", onclose: close }, form);
  document.body.append(dialog);
  dialog.showModal();
}

/** Returns a required text field with its label, and with a hint below it. */
export function field(label, props, hint) {
  return h("label", { class: "field" }, h("span", {}, label), h("input", { required: true, type: "text", ...props }),
    hint && h("small", {}, hint));
}

/** Returns a choice of one of several values, [value, label]; the first is chosen. Calls `chosen` with each choice. */
export function choices(name, values, chosen) {
  chosen(values[0][0]);
  return h("fieldset", { class: "kinds", onchange: (event) => chosen(event.target.value) }, h("legend", { class: "unseen" }, "Edit"),
    values.map(([value, label], i) => h("label", {},
      h("input", { type: "radio", name, value, checked: i === 0 }), h("span", {}, label))));
}
