import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Drawing } from "./draw-chart.ts";

// The process in which charts are drawn; the only place that loads the library, and begun by draw-chart.ts alone.

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

const colours = {
  light: { ink: "#22302e", soft: "#51605d", line: "#d9d1c2", bars: ["#1f5d57", "#c07a1a", "#7a8f8b"] },
  dark: { ink: "#e9ece8", soft: "#aebab6", line: "#3a4846", bars: ["#8fd0c6", "#f3c687", "#8d9b98"] },
} as const;
const most = 14;

process.on("message", (asked: Drawing & { readonly number: number }) => {
  process.send?.({ number: asked.number, svg: draw(asked) });
});
// Whoever asked is gone.
process.on("disconnect", () => process.exit(0));

/** Lying bars for names, standing ones for a row of weeks or months. */
function draw({ table: { columns, rows, drawn = [] }, theme }: Drawing): string {
  const isOverTime = drawn.length > 1;
  const shown = isOverTime ? rows : rows.slice(0, most);
  const { ink, soft, line, bars } = colours[theme];
  const chart = init(null, null, {
    renderer: "svg",
    ssr: true,
    width: 720,
    height: isOverTime ? 300 : 60 + 28 * Math.max(shown.length, 1),
  });
  const names = {
    type: "category" as const,
    data: shown.map(([name]) => shorten(String(name))),
    inverse: !isOverTime,
    axisLabel: { color: soft },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
  };
  const amounts = { type: "value" as const, minInterval: 1, axisLabel: { color: soft }, splitLine: { lineStyle: { color: line } } };
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: "system-ui, Noto Sans, Arial, sans-serif" },
    color: [...bars],
    legend: { show: isOverTime, textStyle: { color: ink }, top: 0 },
    grid: { left: 8, right: 40, top: isOverTime ? 36 : 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: isOverTime ? names : amounts,
    yAxis: isOverTime ? amounts : names,
    series: drawn.map((column) => ({
      type: "bar",
      name: columns[column] ?? "",
      // What is not shown is drawn as nothing.
      data: shown.map((row) => (typeof row[column] === "number" ? row[column] : null)),
      barMaxWidth: 22,
      label: isOverTime ? { show: false } : { show: true, position: "right", color: ink },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg.replace(/<style[^>]*>[\s\S]*?<\/style>/g, "");
}

function shorten(name: string): string {
  return name.length > 34 ? `${name.slice(0, 33)}…` : name;
}
