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

  window.addEventListener(
    "keydown",
    (event) => {
      const held = event.repeat && event.key === "Enter" && (event.ctrlKey || event.metaKey);
      if (held && document.querySelector(".practise-head")) event.stopImmediatePropagation();
    },
    true,
  );
}
