/**
 * Creates an element. Strings become text nodes, so that content of articles is never parsed as
 * markup. A property that begins with "on" is a listener.
 */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** Creates an SVG element. */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), props, children);
}

/** Replaces the children of an element. The focus stays on the element with the same key. */
export function show(parent, ...children) {
  const key = parent.contains(document.activeElement)
    ? document.activeElement.getAttribute("data-key")
    : null;
  parent.replaceChildren(...present(children));
  if (key) {
    parent.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }
}

/** Returns a link to the page of an article, or plain text if the URL is not http(s). */
export function outward(address, props, ...children) {
  if (!/^https?:\/\//i.test(address ?? "")) return h("span", props, ...children);
  return h("a", { ...props, href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** Returns a link within the page. */
export function inward(path, props, ...children) {
  return h("a", { ...props, href: path, "data-link": true }, ...children);
}

/** Returns the link from a story or an entity to the list. */
export function back() {
  return inward("/", { class: "back" }, "All stories");
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...present(children));
  return node;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
}
