/* A part of a page that is read anew every few seconds by the page's own address, so that its
   filter and order stay; not while the visitor paused it, and not while nobody sees it. */
"use strict";
(() => {
  let paused = false;
  let asking = false;
  let timer = 0;

  const part = () => document.getElementById("afresh");
  const seconds = () => Number(part() && part().dataset.afresh);

  function schedule() {
    clearTimeout(timer);
    if (seconds() && !paused && !document.hidden) {
      timer = setTimeout(read, seconds() * 1000);
    }
  }

  async function read() {
    if (asking || paused || document.hidden) {
      return;
    }
    asking = true;
    try {
      const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } });
      // Signed out meanwhile: the whole page has to go there.
      if (answer.redirected) {
        location.reload();
        return;
      }
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
      problem(!answer.ok);
    } catch (failure) {
      problem(true);
    } finally {
      asking = false;
      schedule();
    }
  }

  function show(page) {
    const fresh = page.getElementById("afresh");
    // Paused while the answer was on its way: what is being looked at stays.
    if (!fresh || paused) {
      return;
    }
    const old = part();
    const focused = old.contains(document.activeElement) && document.activeElement.getAttribute("href");
    old.replaceChildren(...fresh.childNodes);
    if (focused) {
      const again = old.querySelector(`[href="${CSS.escape(focused)}"]`);
      if (again) {
        again.focus({ preventScroll: true });
      }
    }
    const since = document.querySelector("[data-afresh-since]");
    since.textContent = new Date().toISOString().slice(11, 19) + " UTC";
  }

  function problem(there) {
    document.getElementById("live-problem").hidden = !there;
  }

  function pause(button) {
    paused = !paused;
    button.setAttribute("aria-pressed", String(paused));
    button.querySelector("span").textContent = paused ? "Resume" : "Pause";
    button.querySelector("i").className = paused ? "pi pi-play" : "pi pi-pause";
    document.getElementById("live").classList.toggle("paused", paused);
    document.querySelector("[data-live-word]").textContent = paused ? "Paused" : "Live";
    paused ? schedule() : read();
  }

  document.addEventListener("DOMContentLoaded", schedule);
  document.addEventListener("visibilitychange", () => (document.hidden ? schedule() : read()));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-afresh-pause]");
    if (button) {
      pause(button);
    }
  });
})();
