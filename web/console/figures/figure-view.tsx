import type { VNode } from "preact";
import type { WireTable } from "../../../server/http/figures/wire.ts";
import { chartAddress, type Period } from "./figures-api.ts";

/** One figure: its picture, where it has one, and its table, which says the same to who does not see pictures. */
export function FigureView({ table, period }: { readonly table: WireTable; readonly period: Period }): VNode {
  const { name, title, columns, rows, basis, drawn } = table;
  return (
    <section class="figure" aria-labelledby={`figure-${name}`}>
      <h3 id={`figure-${name}`}>{title}</h3>
      {rows.length === 0 ? (
        <p class="quiet">Chưa có số liệu trong thời gian này.</p>
      ) : (
        <>
          {drawn && (
            <picture>
              <source media="(prefers-color-scheme: dark)" srcset={chartAddress(name, period, "dark")} />
              <img src={chartAddress(name, period, "light")} alt={`Biểu đồ: ${title}. Số liệu ở bảng bên dưới.`} loading="lazy" />
            </picture>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse moves a wide table sideways by the keyboard */}
          <section class="scrolled" aria-label={`Bảng: ${title}`} tabIndex={0}>
            <table class="plain">
              <thead>
                <tr>
                  {columns.map((column, at) => (
                    <th scope="col" key={column} class={at > 0 ? "number" : undefined}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([first = "", ...others]) => (
                  <tr key={first}>
                    <th scope="row">{first}</th>
                    {others.map((cell, at) => (
                      <td key={at} class="number">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      <p class="hint">{basis}</p>
    </section>
  );
}
