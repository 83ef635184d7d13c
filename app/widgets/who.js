// Remembers in this browser, and nowhere else, the name that was given under "Who is working".
if (!window.joicWho) {
  window.joicWho = true;
  const keep = () => {
    const name = document.getElementById("joic-who")?.dataset.who;
    if (name) document.cookie = `joic_who=${name}; path=/; max-age=31536000; SameSite=Strict`;
  };
  keep();
  new MutationObserver(keep).observe(document.body, { childList: true, subtree: true, attributes: true });
}
