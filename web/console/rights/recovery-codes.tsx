import type { VNode } from "preact";

/** Ten codes, on the screen this once. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }): VNode {
  return (
    <section class="notice" aria-label="Mã dự phòng">
      <p>
        <strong>Mã dự phòng của anh/chị.</strong> Mất điện thoại thì dùng một mã thay cho mã 6 số; mỗi mã dùng một lần. Màn hình này chỉ
        hiện một lần: anh/chị chép ra giấy, cất chỗ khóa.
      </p>
      <ol class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="buttons">
        <button type="button" class="button" onClick={() => void navigator.clipboard.writeText(codes.join("\n"))}>
          Chép
        </button>{" "}
        <button type="button" class="button primary" onClick={onKept}>
          Tôi đã cất xong
        </button>
      </p>
    </section>
  );
}
