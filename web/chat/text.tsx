import type { VNode } from "preact";

/** Plain text as paragraphs and lists; never markup. */
export function Text({ text, headline }: { readonly text: string; readonly headline?: string | undefined }): VNode {
  return (
    <>{text.split(/\n{2,}/).map((block) => (block === headline ? <p class="headline">{block}</p> : <Block lines={block.split("\n")} />))}</>
  );
}

function Block({ lines }: { readonly lines: readonly string[] }): VNode {
  const [first = "", ...rest] = lines;
  const items = isItem(first) ? lines : rest;
  if (items.length > 0 && items.every(isItem)) {
    const shown = items.map((line) => <li>{line.replace(marker, "")}</li>);
    return (
      <>
        {!isItem(first) && <p>{first}</p>}
        {/^\d/.test(items[0] ?? "") ? <ol>{shown}</ol> : <ul>{shown}</ul>}
      </>
    );
  }
  return (
    <p>
      {lines.map((line, position) => (
        <>
          {position > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  );
}

const marker = /^(?:[-•]|\d+\.)\s+/;

function isItem(line: string): boolean {
  return marker.test(line);
}
