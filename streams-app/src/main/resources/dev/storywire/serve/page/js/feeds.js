import { h } from "./dom.js";

const SUFFIXES = { "application/atom+xml": ".atom", "application/feed+json": ".json" };

/** Returns the URL of the feed of a page. */
function feedPath(path, suffix) {
  const { pathname, search } = new URL(path, location.origin);
  return `/feeds${pathname === "/" ? "/stories" : pathname}${suffix}${search}`;
}

/** Returns a link to the Atom feed of a page. */
export function feedLink(path, props, label) {
  return h("a", { ...props, href: feedPath(path, ".atom"), type: "application/atom+xml" }, label);
}

/** Updates the links by which feed readers find the feeds of the page. */
export function announceFeeds(path) {
  for (const link of document.head.querySelectorAll("link[rel=alternate]")) {
    link.href = feedPath(path, SUFFIXES[link.type]);
  }
}
