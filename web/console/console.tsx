import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../server/http/wire.ts";
import { api } from "./api.ts";
import { Frame } from "./frame.tsx";
import { Enrol } from "./people/enrol.tsx";
import { SignIn } from "./people/sign-in.tsx";

/** Enrolment, sign-in or the work itself, by who is there. */
export function Console({ invited }: { readonly invited: string | undefined }): VNode {
  const [me, setMe] = useState<Me>();
  const [invitation, setInvitation] = useState(invited);
  const [known, setKnown] = useState(invited !== undefined);
  useEffect(() => {
    if (invited === undefined)
      api
        .me()
        .then(setMe, () => undefined)
        .finally(() => setKnown(true));
  }, [invited]);
  if (me) return <Frame me={me} onGone={() => setMe(undefined)} />;
  if (!known) return <p class="quiet">Đang mở…</p>;
  if (invitation === undefined) return <SignIn onDone={setMe} />;
  const enrolled = (member: Me) => {
    setInvitation(undefined);
    setMe(member);
  };
  return <Enrol token={invitation} onDone={enrolled} />;
}
