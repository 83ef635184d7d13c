// What comes next, an exercise or its marks, is read from its top: its heading gets the focus. A key held down
// commits to one exercise and does not go on past its marks.
if (!window.joicPractise) {
  window.joicPractise = true;
  let seen = "";
  const follow = () => {
    const heading = document.querySelector(".practise-head");
    const words = heading?.textContent ?? "";
    if (words === seen) return;
    if (heading) {
      heading.setAttribute("tabindex", "-1");
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: "center" });
    }
    seen = words;
  };
  follow();
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true, characterData: true });

  // A field for a day keeps Ctrl+Enter to itself: there it commits as it does anywhere else.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !document.querySelector(".practise-head")) return;
      const inDay = event.target.getAttribute("role") === "spinbutton" && event.target.closest("[class*=-exercise]");
      if (event.repeat || inDay) event.stopImmediatePropagation();
      if (event.repeat || !inDay) return;
      event.preventDefault();
      event.target.blur();
      document.querySelector("[class*=-commit] button:has(kbd)")?.click();
    },
    true,
  );
}
