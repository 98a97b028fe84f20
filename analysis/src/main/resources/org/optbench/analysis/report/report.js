(async () => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const $ = id => document.getElementById(id);
  const palette = {
    light: ["#1f5fbf", "#d1571b", "#12826b", "#b03a86", "#8a6a00", "#6a4fc4", "#b3372f", "#557a12", "#0f7f9e", "#5d6470"],
    dark: ["#6aa5ff", "#ff9457", "#3fc4a4", "#ec7cc3", "#d9b341", "#a893ff", "#ff7d73", "#a3c954", "#45c1e0", "#a9b1bd"]
  };
  const dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3]];

  async function load() {
    const bytes = Uint8Array.from(atob($("data").textContent.trim()), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).json();
  }

  // Theme: the stored choice, else the system's.
  const system = matchMedia("(prefers-color-scheme: dark)");
  let stored = null;
  try { stored = localStorage.getItem("optbench-theme"); } catch { /* storage may be off for files */ }
  const setTheme = theme => { root.dataset.theme = theme; };
  const wanted = new URLSearchParams(location.search).get("theme");
  setTheme(wanted || stored || (system.matches ? "dark" : "light"));
  const colour = o => palette[root.dataset.theme][o % 10];
  const dash = o => dashes[Math.floor(o / 10) % dashes.length];
  const css = name => getComputedStyle(root).getPropertyValue(name).trim();

  const format = v => {
    if (v === null || v === undefined) return "-";
    const a = Math.abs(v);
    if (a !== 0 && (a < 1e-4 || a >= 1e6)) return v.toExponential(2);
    return String(+v.toPrecision(4));
  };
  const tick = v => {
    if (v === 0) return "0";
    const a = Math.abs(v);
    return a >= 1e5 || a < 1e-3 ? v.toExponential(0).replace("e+", "e") : String(+v.toPrecision(4));
  };

  const data = await load();
  const names = data.optimizers;
  const shown = names.map(() => true);
  const charts = {};

  function tooltip(spec) {
    let tip;
    return {
      hooks: {
        init: u => { tip = document.createElement("div"); tip.className = "tip"; tip.hidden = true; u.over.appendChild(tip); },
        setCursor: u => {
          const i = u.cursor.idx;
          if (i === null || i === undefined || u.cursor.left < 0) { tip.hidden = true; return; }
          const rows = spec.lines.filter(l => shown[l.o] && l.y[i] !== null)
            .sort((a, b) => spec.descending ? b.y[i] - a.y[i] : a.y[i] - b.y[i]).slice(0, 12);
          if (!rows.length) { tip.hidden = true; return; }
          tip.replaceChildren();
          const head = document.createElement("b");
          head.textContent = spec.xName + " " + format(spec.x[i]);
          tip.append(head);
          for (const l of rows) {
            const row = document.createElement("div"), label = document.createElement("span"), box = document.createElement("i"), value = document.createElement("span");
            box.style.background = colour(l.o);
            label.append(box, names[l.o]);
            value.textContent = format(l.y[i]);
            row.append(label, value);
            tip.append(row);
          }
          tip.hidden = false;
          const w = u.over.clientWidth, left = u.cursor.left;
          tip.style.left = Math.max(0, left > w / 2 ? left - tip.offsetWidth - 14 : Math.min(left + 14, w - tip.offsetWidth)) + "px";
          tip.style.top = Math.max(0, Math.min(u.cursor.top - 20, u.over.clientHeight - tip.offsetHeight)) + "px";
        }
      }
    };
  }

  /** Draws lines with optional bands; kept to be drawn again when theme, size or choice change. */
  function draw(id, spec) {
    const host = $(id);
    if (charts[id]) charts[id].plot.destroy();
    host.replaceChildren();
    const axisFont = "12px system-ui, sans-serif";
    const series = [{}], columns = [spec.x], bands = [];
    for (const l of spec.lines) {
      const c = colour(l.o), stepped = spec.stepped ? uPlot.paths.stepped({align: 1}) : undefined;
      if (l.lo) {
        const base = series.length;
        const edge = {show: shown[l.o], stroke: "transparent", width: 0, points: {show: false}, paths: stepped};
        series.push({...edge}, {...edge});
        columns.push(l.hi, l.lo);
        bands.push({series: [base, base + 1], fill: c + "24"});
      }
      series.push({label: names[l.o], show: shown[l.o], stroke: c, width: 1.8, dash: dash(l.o), points: {show: false}, paths: stepped});
      columns.push(l.y);
    }
    const axis = {stroke: css("--soft"), grid: {stroke: css("--grid"), width: 1}, ticks: {stroke: css("--line"), width: 1, size: 5}, font: axisFont, labelFont: axisFont, labelSize: 22};
    const logFilter = (u, splits) => splits.map(v => v > 0 && Math.abs(Math.log10(v) - Math.round(Math.log10(v))) < 1e-6 ? v : null);
    const sparse = (u, splits) => {
      const decades = splits.filter(v => v > 0 && Math.abs(Math.log10(v) - Math.round(Math.log10(v))) < 1e-6);
      if (decades.length >= 2) { const every = Math.ceil(decades.length / 7); return splits.map(v => { const k = decades.indexOf(v); return k >= 0 && k % every === 0 ? v : null; }); }
      return splits.map(v => /^[125]/.test(v.toExponential()) && /^\de/.test(v.toExponential(6).replace(/\.?0+e/, "e")) ? v : null);
    };
    const plot = new uPlot({
      width: host.clientWidth, height: host.clientHeight, legend: {show: false}, padding: [8, 12, 0, 0],
      cursor: {points: {size: 6}, drag: {x: true, y: false}}, series, bands, plugins: [tooltip(spec)],
      scales: {x: {time: false, distr: spec.linX ? 1 : 3, range: (u, lo, hi) => [lo, hi]}, y: {distr: spec.logY ? 3 : 1, ...(spec.yRange ? {range: spec.yRange} : {}), ...(spec.invert ? {dir: -1} : {})}},
      axes: [{...axis, label: spec.xLabel, ...(spec.linX ? {} : {filter: sparse}), values: (u, v) => v.map(x => x === null ? "" : tick(x)), size: 34},
             {...axis, label: spec.yLabel, size: 58, ...(spec.logY ? {filter: sparse} : {}), values: (u, v) => v.map(y => y === null ? "" : tick(y))}]
    }, columns, host);
    charts[id] = {plot, spec};
  }

  /** Draws a chart of a group of tasks, or hides its card. */
  function cardChart(id, curves, spec) {
    $(id + "-card").hidden = !curves;
    if (curves) draw("chart-" + id, {x: curves.x, lines: curves.y.map((y, o) => ({o, y})), stepped: true, ...spec});
    else if (charts["chart-" + id]) { charts["chart-" + id].plot.destroy(); delete charts["chart-" + id]; }
  }

  const redraw = () => { for (const id in charts) draw(id, charts[id].spec); };

  function legend() {
    const box = $("legend");
    box.replaceChildren();
    names.forEach((name, o) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", shown[o]);
      button.innerHTML = `<svg aria-hidden="true" viewBox="0 0 22 10"><path d="M0 5H22" stroke="${colour(o)}" stroke-width="3" stroke-dasharray="${dash(o).join(" ")}"/></svg>`;
      button.append(name);
      button.title = "Click: show or hide. Double click: show only this one.";
      button.onclick = () => { shown[o] = !shown[o]; legend(); redraw(); box.children[o].focus(); };
      button.ondblclick = () => { const only = shown.every((s, i) => s === (i === o)); names.forEach((n, i) => { shown[i] = only || i === o; }); legend(); redraw(); };
      box.append(button);
    });
    document.querySelectorAll(".swatch").forEach(s => { s.style.background = colour(+s.dataset.optimizer); });
  }

  function scope(id) {
    document.querySelectorAll(".slice").forEach(s => s.classList.toggle("on", s.dataset.slice === id));
    const slice = data.slices.find(s => s.id === id);
    const card = $("chart-rank").parentElement;
    card.hidden = !slice.rank;
    if (slice.rank) {
      draw("chart-rank", {x: slice.rank.x, lines: slice.rank.y.map((y, o) => ({o, y})), invert: true, xName: "budget", xLabel: "fraction of the budget", yLabel: "mean rank"});
    }
    $("ecdf-card").hidden = !slice.ecdf;
    document.querySelector(".charts").classList.toggle("single", !slice.ecdf || !slice.rank);
    if (slice.ecdf) {
      draw("chart-ecdf", {x: slice.ecdf.x, lines: slice.ecdf.y.map((y, o) => ({o, y})), stepped: true, descending: true, yRange: [0, 1], xName: data.targetsAxis, xLabel: data.targetsAxis, yLabel: "targets attained"});
    }
    $("target-charts").hidden = !slice.restarts;
    const share = {descending: true, yRange: [0, 1], yLabel: "targets attained"};
    cardChart("restarts", slice.restarts, {...share, xName: data.targetsAxis, xLabel: data.targetsAxis});
    cardChart("performance", slice.performance, {...share, xName: "ratio", xLabel: "ratio to the smallest expected effort"});
    cardChart("data", slice.data, {...share, xName: "simplex gradients", xLabel: "expected " + data.effort + " / (dimension + 1)"});
    if (slice.rank) charts["chart-rank"].plot.setSize({width: $("chart-rank").clientWidth, height: $("chart-rank").clientHeight});
    filter();
  }

  const median = a => a.length ? (a[(a.length - 1) >> 1] + a[a.length >> 1]) / 2 : null;
  const quantile = (a, q) => { if (!a.length) return null; const p = q * (a.length - 1), i = Math.floor(p); return i + 1 < a.length ? a[i] + (p - i) * (a[i + 1] - a[i]) : a[i]; };

  function open(index, focus) {
    const task = data.tasks[index];
    $("detail").hidden = false;
    $("detail-title").textContent = task.id;
    const what = task.regret ? "Regret of the incumbent" : "Incumbent: " + task.measure + (task.maximize ? " (maximised)" : "");
    const fewest = Math.min(...task.cells.filter(Boolean).map(cell => cell.final.length));
    const coverage = 1 - Math.pow(2, 1 - fewest);
    $("detail-caption").innerHTML = "<b></b> Median over the seeds with " + (coverage >= 0.95 ? "its 95 % confidence band." : "the range of the seeds, a " + Math.round(100 * coverage) + " % confidence band with " + fewest + " of them.");
    $("detail-caption").firstChild.textContent = what + ".";
    const lines = [];
    let positive = true, smallest = Infinity, largest = 0;
    task.cells.forEach((cell, o) => {
      if (!cell) return;
      lines.push({o, y: cell.m, lo: cell.lo, hi: cell.hi});
      for (const v of [...cell.m, ...cell.lo, ...cell.hi]) if (v !== null) { if (v <= 0) positive = false; else { smallest = Math.min(smallest, v); largest = Math.max(largest, v); } }
    });
    // Regrets of exactly 0 are drawn at the bottom of a logarithmic axis.
    const logY = task.regret || positive && largest / smallest > 100;
    const floor = Math.max(smallest / 10, 1e-12);
    const lift = a => a.map(v => v === null ? null : Math.max(v, floor));
    draw("chart-task", {x: task.x, lines: logY && !positive ? lines.map(l => ({o: l.o, y: lift(l.y), lo: lift(l.lo), hi: lift(l.hi)})) : lines, stepped: true, logY, descending: task.maximize && !task.regret, xName: data.effort, xLabel: data.effort, yLabel: task.regret ? "regret" : task.measure});
    const rows = task.cells.map((cell, o) => cell && {o, n: cell.final.length, values: cell.final.filter(v => v !== null), cell}).filter(Boolean);
    const upward = task.maximize && !task.regret;
    const key = r => { const m = r.values.length * 2 > r.n ? median(r.values) : null; return m === null ? Infinity : upward ? -m : m; };
    rows.sort((a, b) => key(a) - key(b));
    const table = $("detail-table");
    table.innerHTML = '<thead><tr><th scope="col">Optimizer</th><th scope="col" class="num">Median</th><th scope="col" class="num">Quartiles</th><th scope="col" class="num">Best</th><th scope="col" class="num">Runs</th><th scope="col" class="num">Failed</th></tr></thead><tbody></tbody>';
    for (const r of rows) {
      const tr = document.createElement("tr"), th = document.createElement("th"), box = document.createElement("i");
      th.scope = "row"; box.className = "swatch"; box.dataset.optimizer = r.o; box.style.background = colour(r.o);
      th.append(box, names[r.o]); tr.append(th);
      const cells = [[format(median(r.values)), median(r.values)], [format(quantile(r.values, .25)) + " \u2013 " + format(quantile(r.values, .75)), quantile(r.values, .25)],
        [format(r.values.length ? (upward ? r.values.at(-1) : r.values[0]) : null)], [r.n], [r.cell.failures]];
      for (const [text, order] of cells) { const td = document.createElement("td"); td.className = "num"; td.textContent = text; if (order !== undefined) td.dataset.order = order; tr.append(td); }
      table.tBodies[0].append(tr);
    }
    sortable(table);
    cardChart("surfaces", task.surfaces, {linX: true, xName: "first objective", xLabel: "first objective", yLabel: "second objective"});
    targets(task);
    if (focus) $("detail").scrollIntoView({block: "nearest"});
  }

  /** Expected efforts to some targets of a task. */
  function targets(task) {
    $("detail-targets").hidden = !task.targets;
    if (!task.targets) return;
    const table = $("target-table"), head = document.createElement("tr"), body = document.createElement("tbody");
    const cell = (tag, text, number) => { const c = document.createElement(tag); c.textContent = text; if (number) c.className = "num"; if (tag === "th") c.scope = "col"; return c; };
    head.append(cell("th", "Optimizer"), ...task.targets.v.map(v => cell("th", (task.regret ? "regret " : "") + format(v), true)));
    const best = task.targets.rows.map(rows => Math.min(...rows.map(r => r[1] ?? Infinity)));
    task.cells.forEach((runs, o) => {
      if (!runs) return;
      const tr = document.createElement("tr"), th = cell("th", ""), box = document.createElement("i");
      th.scope = "row"; box.className = "swatch"; box.dataset.optimizer = o; box.style.background = colour(o);
      th.append(box, names[o]); tr.append(th);
      task.targets.rows.forEach((rows, i) => {
        const r = rows.find(row => row[0] === o), td = cell("td", "-", true);
        if (r && r[1] !== null) {
          td.textContent = format(r[1]) + (r[2] < r[3] ? " (" + r[2] + "/" + r[3] + ")" : "");
          td.title = "10th to 90th percentile of restarts: " + format(r[4]) + " to " + format(r[5]) + "; median of the runs: " + format(r[6]);
          td.dataset.order = r[1];
          if (r[1] === best[i]) td.classList.add("best");
        } else if (r) { td.textContent = "- (0/" + r[3] + ")"; }
        tr.append(td);
      });
      body.append(tr);
    });
    const top = document.createElement("thead");
    top.append(head);
    table.replaceChildren(top, body);
    sortable(table);
  }

  function sortable(table) {
    const value = cell => cell.dataset.order ?? cell.textContent.trim();
    table.querySelectorAll("thead th").forEach((th, column) => {
      th.tabIndex = 0;
      const act = () => {
        const ascending = th.getAttribute("aria-sort") !== "ascending";
        table.querySelectorAll("thead th").forEach(other => other.removeAttribute("aria-sort"));
        th.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        const rows = [...table.tBodies[0].rows].map(row => ({row, v: value(row.cells[column])}));
        const number = v => { const n = parseFloat(String(v).replace(/[\u2009,%<\s]/g, "")); return Number.isNaN(n) ? null : n; };
        const numeric = th.classList.contains("num");
        rows.sort((a, b) => {
          if (!numeric) return a.v.localeCompare(b.v, "en", {numeric: true}) * (ascending ? 1 : -1);
          const x = number(a.v), y = number(b.v);
          if (x === null || y === null) return (x === null) - (y === null);
          return (x - y) * (ascending ? 1 : -1);
        });
        table.tBodies[0].append(...rows.map(r => r.row));
      };
      th.onclick = act;
      th.onkeydown = e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); act(); } };
    });
  }

  function filter() {
    const words = $("filter").value.toLowerCase().split(/\s+/).filter(Boolean), slice = $("scope").value;
    let count = 0;
    const rows = $("tasktable").tBodies[0].rows;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !row.dataset.slices.split(" ").includes(slice) || !words.every(w => text.includes(w));
      count += row.hidden ? 0 : 1;
    }
    $("filter-count").textContent = count + " of " + rows.length;
  }

  function route() {
    const hash = decodeURIComponent(location.hash);
    if (!hash.startsWith("#task=")) return;
    const index = data.tasks.findIndex(t => t.id === hash.slice(6));
    if (index >= 0) open(index, true);
  }

  /** Long tables get a field that filters their rows. */
  function filterable(table) {
    const rows = table.tBodies[0] ? table.tBodies[0].rows : [];
    if (rows.length < 12 || table.id) return;
    const bar = document.createElement("div"), field = document.createElement("input"), count = document.createElement("output");
    bar.className = "filter";
    field.type = "search";
    field.placeholder = "Filter rows";
    field.setAttribute("aria-label", "Filter: " + (table.parentElement.getAttribute("aria-label") || "rows"));
    field.oninput = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      for (const row of rows) { const text = row.textContent.toLowerCase(); row.hidden = !words.every(w => text.includes(w)); left += row.hidden ? 0 : 1; }
      count.textContent = words.length ? left + " of " + rows.length : "";
    };
    bar.append(field, count);
    table.parentElement.before(bar);
  }

  legend();
  document.querySelectorAll("table.sortable").forEach(table => { sortable(table); filterable(table); });
  $("scope").onchange = e => scope(e.target.value);
  $("filter").oninput = filter;
  $("detail-close").onclick = () => { $("detail").hidden = true; if (charts["chart-task"]) { for (const id of ["chart-task", "chart-surfaces"]) if (charts[id]) { charts[id].plot.destroy(); delete charts[id]; } } history.replaceState(null, "", location.pathname + location.search); };
  $("theme").onclick = () => {
    setTheme(root.dataset.theme === "dark" ? "light" : "dark");
    try { localStorage.setItem("optbench-theme", root.dataset.theme); } catch { /* see above */ }
    legend(); redraw();
  };
  window.addEventListener("hashchange", route);
  scope(data.slices[0].id);
  if (data.tasks.length) { if (location.hash.startsWith("#task=")) route(); else open(0, false); }
  let timer;
  new ResizeObserver(() => { clearTimeout(timer); timer = setTimeout(redraw, 120); }).observe(document.querySelector("main"));
  root.dataset.ready = "true";
})();
