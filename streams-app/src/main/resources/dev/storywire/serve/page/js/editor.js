const KEY = "storywire.editor";

/** True if the service takes edits. */
export const takesEdits = document.querySelector('meta[name="edits"]') !== null;

/** Returns the editor of this tab, {name, token}; null if nobody edits. */
export function editor() {
  return takesEdits ? JSON.parse(sessionStorage.getItem(KEY)) : null;
}

/** Sets the editor until the tab is closed; null for none. */
export function setEditor(value) {
  if (value) sessionStorage.setItem(KEY, JSON.stringify(value));
  else sessionStorage.removeItem(KEY);
  window.dispatchEvent(new Event("editor"));
}
