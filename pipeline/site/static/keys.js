// The keys of the auditors' desk: c, d, m and u press the buttons, n goes on; Escape leaves the note. Not while somebody types, and
// not again while a key is held down: the next page would be decided with it.
document.addEventListener("keydown", (event) => {
    const key = (event.key || "").toLowerCase();
    if (key === "escape" && event.target.tagName === "TEXTAREA") event.target.blur();
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const wanted = ["c", "d", "m", "n", "u"].includes(key) && document.querySelector(`[accesskey="${key}"]`);
    if (wanted) {
        event.preventDefault();
        wanted.click();
    }
});
