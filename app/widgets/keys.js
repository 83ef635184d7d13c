// Keys for the question on the screen. Without this file everything works by Tab, Enter and Alt with a number.
// A new question, or the outcome, gets the focus, unless that is in use elsewhere, such as for notes. Within a
// question the arrows go from answer to answer, and a number alone answers: only there, so that speech input
// cannot set it off.
if (!window.joicKeys) {
  window.joicKeys = true;
  let asked = "";
  const room = () => document.querySelector(".st-key-triage-question");
  const fields = "[role=spinbutton], button, input";
  const places = () => [...(room()?.querySelectorAll(fields) ?? [])].filter((one) => !one.disabled);
  const answered = () => document.querySelector(".st-key-triage-outcome h2");
  const inQuestion = () => room()?.contains(document.activeElement);
  const ours = ".st-key-triage-question, .st-key-triage-outcome, .st-key-triage-so-far";
  const free = () => document.activeElement === document.body || document.activeElement.closest(ours);

  const follow = () => {
    if (!room() && !answered()) return;
    const first = places()[0]; // by its name, for what is typed or ticked there is no new question
    const name = first?.getAttribute("aria-label") ?? first?.textContent;
    const words = [answered()?.textContent, room()?.querySelector("h2")?.textContent, name].join();
    if (words === asked) return;
    answered()?.setAttribute("tabindex", "-1");
    if (free()) (answered() ?? places()[0])?.focus();
    asked = words;
  };
  follow();
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true, characterData: true });

  // A key held down, or a double click, answers one question and not the next one as well.
  const once = (again) => (event) => {
    if (!again(event) || !(event.altKey || room()?.contains(event.target))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const answers = /^(Enter| |\d)$/;
  let clickedAt = -Infinity;
  const twice = (event) => {
    if (!event.detail || !event.target.closest("button")) return false; // no click of a pointer, or on no answer
    const soon = event.timeStamp - clickedAt < 400;
    clickedAt = event.timeStamp;
    return soon;
  };
  window.addEventListener("keydown", once((event) => event.repeat && answers.test(event.key)), true);
  window.addEventListener("click", once(twice), true);

  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (!room() || !(at === document.body || inQuestion())) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (at.matches("input:not([type=checkbox])") || at.getAttribute("role") === "spinbutton") return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const all = places();
      const next = all[Math.min(Math.max(all.indexOf(at) + step, 0), all.length - 1)];
      next?.focus();
      event.preventDefault();
    } else if (inQuestion() && /^\d$/.test(event.key)) {
      const label = `Alt + ${event.key}`;
      places().find((one) => one.innerText.replace(/\s+/g, " ").trim().endsWith(label))?.click();
    }
  });
}
