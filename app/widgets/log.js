// A new form for logging gets the focus, unless that is in use: so that a call is logged by keyboard alone.
if (!window.joicLog) {
  window.joicLog = true;
  let seen = "";
  const follow = () => {
    const form = document.querySelector("[class*=st-key-log-first-]");
    const name = form?.querySelector("input[aria-label=Name]"); // fields may come in any order
    const key = form ? [...form.classList].find((one) => one.startsWith("st-key-log-first-")) : "";
    if (key === seen || (form && !name)) return;
    seen = key;
    if (document.activeElement === document.body) name?.focus();
  };
  follow();
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
}
