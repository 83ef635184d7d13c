// A new form for logging gets the focus, unless that is in use: so that a call is logged by keyboard alone.
if (!window.joicLog) {
  window.joicLog = true;
  let seen = "";
  const follow = () => {
    const first = document.querySelector("[class*=st-key-log-first-]");
    const form = first ? [...first.classList].find((one) => one.startsWith("st-key-log-first-")) : "";
    if (form === seen || (first && !first.querySelector("input"))) return;
    seen = form;
    if (first && document.activeElement === document.body) first.querySelector("input").focus();
  };
  follow();
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
}
