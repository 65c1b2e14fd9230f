import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../server/http/wire.ts";
import { api } from "./api.ts";
import { Desk } from "./desk.tsx";
import { Enrol } from "./enrol.tsx";
import { SignIn } from "./sign-in.tsx";

/** Enrolment, sign-in or the desk, by who is there. */
export function Console({ invitation }: { readonly invitation: string | undefined }): VNode {
  const [me, setMe] = useState<Me>();
  const [known, setKnown] = useState(invitation !== undefined);
  useEffect(() => {
    if (invitation === undefined)
      api
        .me()
        .then(setMe, () => undefined)
        .finally(() => setKnown(true));
  }, [invitation]);
  if (me) return <Desk me={me} onGone={() => setMe(undefined)} />;
  if (!known) return <p class="quiet">Đang mở…</p>;
  return invitation ? <Enrol token={invitation} onDone={setMe} /> : <SignIn onDone={setMe} />;
}
