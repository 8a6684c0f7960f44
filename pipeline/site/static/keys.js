// The keys of the auditors' desk: c, d and m press the buttons, n goes on. Not while somebody types.
document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const wanted = document.querySelector(`[accesskey="${CSS.escape(event.key.toLowerCase())}"]`);
    if (wanted && "cdmn".includes(event.key.toLowerCase())) {
        event.preventDefault();
        wanted.click();
    }
});
