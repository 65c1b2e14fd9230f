import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Notices as Told } from "../../../server/http/rights/wire.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { codesMade, rightsApi } from "./rights-api.ts";
import "./rights.css";
import { timeInWords } from "./time-in-words.ts";

/** Above everything: fresh recovery codes, none left, and sign-ins from a device never used. */
export function Notices({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }): VNode | null {
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    // Whoever is signed out is told so by the page itself.
    const read = () => void rightsApi.notices().then(setTold, () => undefined);
    read();
    addEventListener(codesMade, read);
    return () => removeEventListener(codesMade, read);
  }, []);
  if (codes.length > 0)
    return (
      <aside aria-label="Nhắc việc">
        <RecoveryCodes codes={codes} onKept={onKept} />
      </aside>
    );
  if (!told || (told.codesLeft > 0 && told.devices.length === 0)) return null;
  const seen = (id: string) =>
    void rightsApi.noticed(id).then(() => setTold({ ...told, devices: told.devices.filter((device) => device.id !== id) }));
  return (
    <aside aria-label="Nhắc việc">
      {told.devices.map(({ id, name, at }) => (
        <p class="notice warm" role="alert">
          Có lần đăng nhập từ máy lạ: <strong>{name}</strong>, {timeInWords(at)}. Không phải anh/chị thì vào{" "}
          <a href="#tai-khoan">Tài khoản</a> kết thúc phiên đó và đổi mật khẩu.{" "}
          <button type="button" class="button" onClick={() => seen(id)}>
            Là tôi
          </button>
        </p>
      ))}
      {told.codesLeft === 0 && (
        <p class="notice">
          Anh/chị chưa có mã dự phòng: mất điện thoại là không vào được. <a href="#tai-khoan">Tạo mã ở trang Tài khoản</a>.
        </p>
      )}
    </aside>
  );
}
