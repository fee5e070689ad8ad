const CHOICES = ["auto", "light", "dark"];
const KEY = "storywire.theme";

/** A button that switches between light, dark and the system's colours. */
export function theme(button) {
  const set = (choice) => {
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    button.textContent = { auto: "◐", light: "○", dark: "●" }[choice];
    button.title = `Colours: ${choice}`;
    button.setAttribute("aria-label", button.title);
    localStorage.setItem(KEY, choice);
  };
  const chosen = () => (CHOICES.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : "auto");
  button.addEventListener("click", () => set(CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length]));
  set(chosen());
}
