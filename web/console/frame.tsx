import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "./api.ts";
import type { SectionProps } from "./section.ts";
import { sections } from "./sections.ts";

/** The console's head and menu, and the section whose name stands in the address. */
export function Frame({ me, onGone }: SectionProps): VNode {
  const mine = sections.filter(({ roles }) => roles.includes(me.role));
  const slug = useHash();
  const chosen = mine.find((section) => section.slug === slug) ?? mine[0];
  return (
    <>
      <header class="frame">
        <h1>Bàn tư vấn</h1>
        <nav aria-label="Các phần">
          {mine.map((section) => (
            <a href={`#${section.slug}`} aria-current={section === chosen ? "page" : undefined}>
              {section.name}
            </a>
          ))}
        </nav>
        <p>{me.name}</p>
        <button type="button" class="button" onClick={() => void api.signOut().finally(onGone)}>
          Đăng xuất
        </button>
      </header>
      <main>{chosen ? <chosen.View me={me} onGone={onGone} /> : <p class="quiet">Vai của anh/chị chưa có phần nào ở đây.</p>}</main>
    </>
  );
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return hash.slice(1);
}
