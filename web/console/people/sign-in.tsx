import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Me } from "../../../server/http/wire.ts";
import { api } from "../api.ts";
import { Field, wordsOf } from "../field.tsx";

export function SignIn({ onDone }: { readonly onDone: (me: Me) => void }): VNode {
  const [problem, setProblem] = useState("");
  return (
    <main class="card">
      <h1>Bàn tư vấn</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          api.signIn(wordsOf(event.currentTarget)).then(onDone, (refused: Error) => setProblem(refused.message));
        }}
      >
        <Field name="login" label="Tên đăng nhập" autocomplete="username" />
        <Field name="password" label="Mật khẩu" type="password" autocomplete="current-password" />
        <Field name="code" label="Mã 6 số trong ứng dụng" autocomplete="one-time-code" hint="Mất điện thoại thì nhập một mã dự phòng" />
        {problem && (
          <p role="alert" class="problem">
            {problem}
          </p>
        )}
        <button type="submit" class="button primary">
          Đăng nhập
        </button>
      </form>
    </main>
  );
}
