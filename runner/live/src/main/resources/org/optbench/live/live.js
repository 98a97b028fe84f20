(() => {
  "use strict";
  const root = document.documentElement;
  const $ = id => document.getElementById(id);
  const palette = {
    light: ["#1f5fbf", "#d1571b", "#12826b", "#b03a86", "#8a6a00", "#6a4fc4", "#b3372f", "#557a12", "#0f7f9e", "#5d6470"],
    dark: ["#6aa5ff", "#ff9457", "#3fc4a4", "#ec7cc3", "#d9b341", "#a893ff", "#ff7d73", "#a3c954", "#45c1e0", "#a9b1bd"]
  };
  const query = new URLSearchParams(location.search);
  const every = Math.max(200, Number(query.get("every")) || 1500);
  let stored = null;
  try { stored = localStorage.getItem("optbench-theme"); } catch { /* storage may be off */ }
  root.dataset.theme = query.get("theme") || stored || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const colour = o => palette[root.dataset.theme][o % 10];
  const css = name => getComputedStyle(root).getPropertyValue(name).trim();
  const count = n => Number(n).toLocaleString("en-GB");
  const format = v => {
    if (v === null || v === undefined) return "-";
    const a = Math.abs(v);
    return a !== 0 && (a < 1e-4 || a >= 1e6) ? v.toExponential(2) : String(+v.toPrecision(5));
  };
  const seconds = s => s < 0 ? "-" : s < 120 ? Math.round(s) + " s" : s < 7200 ? Math.round(s / 60) + " min" : Math.round(s / 3600) + " h";

  let name = query.get("campaign") || "", task = "", version = -1, overview = null, curves = null, plots = {}, failuresOf = -1;
  const hidden = new Set();

  async function get(path) {
    const answer = await fetch(path);
    if (answer.status === 204) return null;
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  function options(select, values, chosen) {
    const now = [...select.options].map(o => o.value);
    if (now.length !== values.length || now.some((v, i) => v !== values[i])) {
      select.replaceChildren(...values.map(v => { const o = document.createElement("option"); o.value = o.textContent = v; return o; }));
    }
    if (chosen) select.value = chosen;
  }

  function cells(row, values) {
    values.forEach(([text, isNumber]) => {
      const cell = document.createElement("td");
      if (isNumber) cell.className = "num";
      cell.textContent = text;
      row.append(cell);
    });
    return row;
  }

  function rows(id, list) {
    $(id).replaceChildren(...list.map(values => cells(document.createElement("tr"), values)));
  }

  /** Draws lines of one x axis; those without points in common get their own columns joined. */
  function draw(id, lines, logX, invert) {
    const host = $(id);
    if (plots[id]) plots[id].destroy();
    delete plots[id];
    host.replaceChildren();
    const drawn = lines.filter(l => l.x.length);
    if (!drawn.length) {
      const empty = document.createElement("p");
      empty.className = "empty";
      empty.textContent = "Nothing to draw yet.";
      host.append(empty);
      return;
    }
    const columns = uPlot.join(drawn.map(l => [l.x, l.y]));
    const font = "12px system-ui, sans-serif";
    const axis = {stroke: css("--soft"), grid: {stroke: css("--grid"), width: 1}, ticks: {stroke: css("--line"), width: 1, size: 5}, font};
    plots[id] = new uPlot({
      width: host.clientWidth, height: host.clientHeight, legend: {show: false}, padding: [8, 12, 0, 0],
      series: [{}, ...drawn.map(l => ({label: l.name, show: !hidden.has(l.colour), stroke: colour(l.colour), width: l.thin ? 1 : 1.9, dash: l.thin ? [4, 4] : [],
        points: {show: false}, spanGaps: true, paths: l.stepped ? uPlot.paths.stepped({align: 1}) : undefined}))],
      scales: {x: {time: false, distr: logX ? 3 : 1}, y: invert ? {dir: -1} : {}},
      axes: [{...axis, size: 34, values: (u, v) => v.map(x => x === null ? "" : format(x))}, {...axis, size: 62, values: (u, v) => v.map(y => y === null ? "" : format(y))}]
    }, columns, host);
  }

  function drawAll() {
    const ranks = overview && overview.ranks;
    draw("ranks", ranks ? ranks.series.map(s => ({...s, x: ranks.x})) : [], false, true);
    $("rankinfo").textContent = ranks ? "(" + ranks.tasks + " tasks that every optimizer has finished)" : "";
    const lines = [];
    if (curves) {
      for (const s of curves.series || []) {
        const kept = s.y.map((y, i) => [curves.x[i], y]).filter(p => p[1] !== null);
        lines.push({...s, x: kept.map(p => p[0]), y: kept.map(p => p[1]), stepped: true});
      }
      for (const r of curves.running) lines.push({...r, thin: true, stepped: true});
      $("taskinfo").textContent = curves.measure + ", " + curves.direction + "; medians, dashed: running";
    }
    draw("incumbents", lines, true, false);
  }

  function legend() {
    $("legend").replaceChildren(...overview.optimizers.map((o, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", String(!hidden.has(i)));
      const swatch = document.createElement("span");
      swatch.className = "swatch";
      swatch.style.background = colour(i);
      button.append(swatch, o.name);
      button.onclick = () => { if (!hidden.delete(i)) hidden.add(i); legend(); drawAll(); };
      return button;
    }));
  }

  function show() {
    const o = overview;
    $("title").textContent = name;
    $("lead").textContent = count(o.done) + " of " + count(o.runs) + " runs done, " + count(o.held) + " running, " + count(o.open) + " open" + (o.setAside ? ", " + count(o.setAside) + " set aside" : "");
    $("bar").style.width = (o.runs ? 100 * o.done / o.runs : 0) + "%";
    $("done").textContent = count(o.done) + " / " + count(o.runs);
    $("held").textContent = count(o.held);
    $("trials").textContent = count(o.trials);
    $("rate").textContent = format(o.rate < 10 ? +o.rate.toFixed(1) : Math.round(o.rate));
    $("failed").textContent = count(o.failures);
    rows("running", o.running.map(r => [[r.optimizer], [r.task], [r.seed, 1], [count(r.trials), 1], [r.budget ? Math.round(100 * r.effort / r.budget) + " %" : "-", 1],
      [format(r.best), 1], [seconds(r.idle), 1], [r.holder + (r.attempt > 1 ? ", attempt " + r.attempt : "")]]));
    rows("optimizers", o.optimizers.map(p => [[p.name], [count(p.done), 1], [count(p.runs), 1], [count(p.failures), 1]]));
    if (!o.tasks.includes(task)) task = o.tasks[0] || "";
    options($("task"), o.tasks, task);
    legend();
  }

  function failure(title, texts) {
    const details = document.createElement("details"), summary = document.createElement("summary");
    summary.textContent = title;
    details.append(summary);
    for (const text of texts.filter(t => t)) {
      const pre = document.createElement("pre");
      pre.textContent = text;
      details.append(pre);
    }
    return details;
  }

  async function failures() {
    const total = overview.failures + overview.setAside;
    $("nofailures").hidden = total > 0;
    if (total === failuresOf || !total) return;
    const found = await get("api/failures?name=" + encodeURIComponent(name));
    failuresOf = total;
    $("failures").replaceChildren(
      ...found.aside.map(a => failure("Set aside: " + a.optimizer + " on " + a.task + ", seed " + a.seed + ": " + a.reason, [a.attempts.join("\n")])),
      ...found.trials.map(t => failure(t.kind + ": " + t.optimizer + " on " + t.task + ", seed " + t.seed + ", trial " + t.trial + ": " + t.message.split("\n")[0],
        [t.message, t.configuration, t.log])));
  }

  async function look() {
    const list = (await get("api/campaigns")).campaigns;
    if (!list.length) { $("state").textContent = "waiting for a campaign"; return; }
    if (!list.some(c => c.name === name)) {
      // The one at work, else the latest.
      name = (list.find(c => c.held > 0) || list.reduce((a, b) => a.registered > b.registered ? a : b)).name;
      version = -1;
    }
    options($("campaign"), list.map(c => c.name), name);
    const news = await get("api/campaign?name=" + encodeURIComponent(name) + "&since=" + version);
    if (news) {
      version = news.version;
      overview = news;
      show();
      curves = task ? await get("api/task?name=" + encodeURIComponent(name) + "&task=" + encodeURIComponent(task)) : null;
      drawAll();
      await failures();
    }
    $("state").className = "state";
    $("state").textContent = overview.open + overview.held === 0 ? "finished" : "live";
    root.dataset.version = version;
  }

  async function loop() {
    try {
      if (!document.hidden || version < 0) await look();
    } catch (e) {
      $("state").className = "state away";
      $("state").textContent = "no answer: " + String(e.message).slice(0, 120);
    }
    setTimeout(loop, every);
  }

  const fresh = () => { version = -1; failuresOf = -1; $("failures").replaceChildren(); };
  $("campaign").onchange = e => { name = e.target.value; task = ""; hidden.clear(); fresh(); };
  $("task").onchange = e => { task = e.target.value; version = -1; };
  $("theme").onclick = () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try { localStorage.setItem("optbench-theme", root.dataset.theme); } catch { /* storage may be off */ }
    if (overview) { legend(); drawAll(); }
  };
  let resizing;
  addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(drawAll, 120); });
  loop();
})();
