import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Reset } from "../../../server/http/rights/wire.ts";
import type { Me } from "../../../server/http/wire.ts";
import { Field, wordsOf } from "../field.tsx";
import { rightsApi } from "../rights/rights-api.ts";

/** A new code maker, by a one-time link from an administrator. */
export function NewFactor({ token, onDone }: { readonly token: string; readonly onDone: (me: Me) => void }): VNode {
  const [reset, setReset] = useState<Reset>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    rightsApi.reset(token).then(setReset, () => setProblem("Liên kết này đã dùng hoặc đã hết hạn. Xin người quản trị liên kết mới."));
  }, [token]);
  if (!reset)
    return (
      <main class="card">
        <h1>Bàn tư vấn</h1>
        <p role="alert">{problem || "Đang mở…"}</p>
      </main>
    );
  return (
    <main class="card">
      <h1>Làm lại mã đăng nhập</h1>
      <p>Chào {reset.name}. Mở ứng dụng tạo mã trên điện thoại mới, quét hình này rồi nhập mã.</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rightsApi
            .newFactor({ ...wordsOf(event.currentTarget), token, secret: reset.secret })
            .then(onDone, (refused: Error) => setProblem(refused.message));
        }}
      >
        <img src={reset.qr} alt="Mã QR để thêm vào ứng dụng tạo mã" width="180" height="180" />
        <p class="hint">
          Không quét được thì nhập khóa: <code>{reset.secret}</code>
        </p>
        <Field name="password" label="Mật khẩu đang dùng" type="password" autocomplete="current-password" />
        <Field name="code" label="Mã 6 số trong ứng dụng" autocomplete="one-time-code" pattern="[0-9]{6}" inputMode="numeric" />
        <p role="alert" class="problem">
          {problem}
        </p>
        <button type="submit" class="button primary">
          Xong
        </button>
      </form>
    </main>
  );
}
