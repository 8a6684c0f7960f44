// The clerk's pages: papers that are dropped, how far they are sent, and how far they are read. Without this the pages do the same, on reload.
const form = document.querySelector("form.drop");

if (form) {
    const files = form.querySelector("input[type=file]"), sent = form.querySelector(".sent");
    const bar = sent.querySelector("progress"), words = sent.querySelector("[role=status]");
    const tell = (text) => { sent.hidden = false; words.textContent = text; };
    for (const [kind, is] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
        form.addEventListener(kind, (event) => {
            event.preventDefault();
            form.classList.toggle("over", is);
            if (kind === "drop") files.files = event.dataTransfer.files;
        });
    }
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        const large = [...files.files].filter((file) => file.size > Number(form.dataset.limit));
        if (large.length) return tell(`Too large: ${large.map((file) => file.name).join(", ")}. Nothing was sent.`);
        if (files.files.length > Number(form.dataset.most)) return tell(`At most ${form.dataset.most} papers at once. Nothing was sent.`);
        const request = new XMLHttpRequest();
        request.upload.addEventListener("progress", (now) => {
            bar.value = now.lengthComputable ? (100 * now.loaded) / now.total : 0;
            tell(bar.value < 100 ? `${Math.round(bar.value)} %` : "Being looked at");
        });
        request.addEventListener("load", () => {
            if (request.status < 400) return location.assign(request.responseURL);
            const page = new DOMParser().parseFromString(request.responseText, "text/html");
            return tell((page.querySelector("[role=alert]") || page.body).textContent.trim());
        });
        request.addEventListener("error", () => tell("It could not be sent: the connection broke. Nothing was taken. Try again."));
        request.open("POST", form.action);
        request.send(new FormData(form));
        return tell("0 %");
    });
}

// While something is read, what is shown is renewed whenever it has changed.
const look = async () => {
    const shown = document.getElementById("became");
    if (!shown || !("live" in shown.dataset)) return;
    try {
        const now = await (await fetch(shown.dataset.progress)).json();
        const isTyping = shown.contains(document.activeElement) && /^(INPUT|SELECT)$/.test(document.activeElement.tagName);
        if (now.stamp !== shown.dataset.stamp && !isTyping) {
            const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
            for (const old of document.querySelectorAll("[data-renewed]")) old.replaceWith(page.getElementById(old.id));
        }
    } catch { /* The site is being started again, perhaps. */ }
    setTimeout(look, 2000);
};
setTimeout(look, 1000);
