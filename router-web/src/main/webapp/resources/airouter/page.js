/* What the pages do in the browser: theme, keys, live updates, charts in the theme's colours. */
"use strict";
const AiRouter = (() => {
  const root = document.documentElement;
  const openDetails = new Set();
  let pausedByVisitor = false;

  const byId = (id) => document.getElementById(id);
  const live = () => (window.PrimeFaces && PrimeFaces.widgets.live ? PF("live") : null);
  const charts = () =>
    Object.values((window.PrimeFaces && PrimeFaces.widgets) || {}).filter((widget) => widget.chart);

  /* Theme: remembered for a year; the server reads the cookie too. */
  function choose(theme) {
    const age = theme === "system" ? 0 : 31536000;
    document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
    root.dataset.theme = theme;
    document.querySelectorAll("[data-theme-choice]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme)));
    recolour();
  }

  /* Charts name theme properties instead of colours; a canvas needs the colour itself. */
  function colour(property) {
    const probe = document.createElement("i");
    probe.style.color = `var(${property})`;
    document.body.append(probe);
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  }

  function paint(config) {
    config.data.datasets.forEach((series) => {
      series.theme = series.theme || series.backgroundColor;
      series.backgroundColor = series.borderColor = colour(series.theme);
      Object.assign(series, config.type === "line"
        ? { borderWidth: 2, pointRadius: 2, tension: 0.25 }
        : { borderRadius: 2, maxBarThickness: 18 });
    });
    Object.values(config.options.scales).forEach((scale) => {
      scale.ticks = Object.assign(scale.ticks || {}, { color: colour("--quiet") });
      scale.grid = Object.assign(scale.grid || {}, { color: colour("--line") });
      scale.border = { color: colour("--line") };
    });
    return config;
  }

  function themed() {
    paint(this.cfg.config);
    this.cfg.config.options.font = { family: getComputedStyle(document.body).fontFamily };
  }

  function recolour() {
    charts().forEach((widget) => {
      paint(widget.cfg.config);
      widget.chart.destroy();
      widget._render();
    });
  }

  /* New figures go into the chart that stands, so that nothing flickers. */
  function redraw(name, json) {
    const widget = window.PrimeFaces && PrimeFaces.widgets[name];
    if (!widget || !widget.chart) {
      return;
    }
    const fresh = paint(JSON.parse(json)).data;
    widget.chart.data.labels = fresh.labels;
    const drawn = widget.chart.data.datasets;
    if (fresh.datasets.some((series, i) => !drawn[i] || drawn[i].label !== series.label)
        || drawn.length > fresh.datasets.length) {
      widget.chart.data.datasets = fresh.datasets;
    } else {
      fresh.datasets.forEach((series, i) => {
        drawn[i].data = series.data;
      });
    }
    widget.chart.update("none");
  }

  /* Live updates: paused by the visitor, and by themselves while nobody sees the page. */
  function goOn() {
    const poll = live();
    if (!poll) {
      return;
    }
    const stop = pausedByVisitor || document.hidden;
    stop ? poll.stop() : poll.start();
    showLive();
  }

  function showLive() {
    const form = byId("live");
    form.classList.toggle("paused", pausedByVisitor);
    form.querySelector("[data-live-word]").textContent = pausedByVisitor ? "Paused" : "Live";
  }

  function pause() {
    pausedByVisitor = !pausedByVisitor;
    const button = byId("pause");
    button.setAttribute("aria-pressed", String(pausedByVisitor));
    button.querySelector("span").textContent = pausedByVisitor ? "Resume" : "Pause";
    button.querySelector("i").className = pausedByVisitor ? "pi pi-play" : "pi pi-pause";
    goOn();
  }

  function liveStarts() {
    document.querySelectorAll("details[id]").forEach((details) =>
      details.open ? openDetails.add(details.id) : openDetails.delete(details.id));
    return true;
  }

  function liveEnds(xhr, status, args) {
    const failed = status !== "success" || !args || !args.updated;
    byId("live-problem").hidden = !failed;
    if (failed) {
      return;
    }
    openDetails.forEach((id) => {
      const details = byId(id);
      if (details) {
        details.open = true;
      }
    });
    Object.keys(args).forEach((name) => redraw(name, args[name]));
    showLive();
  }

  /* The Query page. */
  function routing(busy) {
    document.body.classList.toggle("busy", busy);
    const result = byId("result");
    if (result) {
      result.setAttribute("aria-busy", String(busy));
    }
  }

  function routed() {
    routing(false);
    const wrong = document.querySelector(".field:has(.problem) :is(input, textarea, select)");
    if (wrong) {
      wrong.focus();
    }
  }

  /* What became of a change stands above its form; it is brought into view. */
  function showDesk() {
    const desk = byId("desk");
    if (desk && desk.firstElementChild) {
      desk.scrollIntoView({ block: "nearest" });
    }
  }

  function slash(event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const search = document.querySelector("[data-search]");
    if (event.key === "/" && !typing && search && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    }
  }

  document.addEventListener("keydown", slash);
  document.addEventListener("visibilitychange", goOn);
  document.addEventListener("click", (event) => {
    const theme = event.target.closest("[data-theme-choice]");
    if (theme) {
      choose(theme.dataset.themeChoice);
    } else if (event.target.closest("#pause")) {
      pause();
    } else if (event.target.closest("#live-retry")) {
      location.reload();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);

  return { themed, liveStarts, liveEnds, routing, routed, showDesk };
})();
window.AiRouter = AiRouter;
