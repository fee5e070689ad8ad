import { h } from "./dom.js";

/**
 * Returns a button that shows and hides `content` below its row.
 *
 * @param open keys of the buttons whose content is shown; kept by the caller across updates
 */
export function toggle(key, label, open, content) {
  let panel = null;
  const button = h("button", { class: "toggle", type: "button", dir: "ltr", "data-key": key, "aria-expanded": "false" }, label);
  const set = (opened) => {
    button.setAttribute("aria-expanded", String(opened));
    if (opened) {
      open.add(key);
      panel = content();
      button.closest(".tools").append(panel);
    } else {
      open.delete(key);
      panel?.remove();
    }
  };
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") === "false"));
  if (open.has(key)) queueMicrotask(() => set(true));
  return button;
}
