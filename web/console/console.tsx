import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../server/http/wire.ts";
import { api } from "./api.ts";
import { Frame } from "./frame.tsx";
import { Enrol } from "./people/enrol.tsx";
import { NewFactor } from "./people/new-factor.tsx";
import { SignIn } from "./people/sign-in.tsx";
import { Notices } from "./rights/notices.tsx";
import { rightsApi } from "./rights/rights-api.ts";

export interface Opening {
  /** Tokens of one-time links: to an account, to a new code maker. */
  readonly invited: string | undefined;
  readonly reset: string | undefined;
}

/** Enrolment, sign-in or the work itself, by who is there. */
export function Console({ invited, reset }: Opening): VNode {
  const [me, setMe] = useState<Me>();
  const [invitation, setInvitation] = useState(invited);
  const [resetting, setResetting] = useState(reset);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [known, setKnown] = useState(invited !== undefined || reset !== undefined);
  useEffect(() => {
    if (invited === undefined && reset === undefined)
      api
        .me()
        .then(setMe, () => undefined)
        .finally(() => setKnown(true));
  }, [invited, reset]);
  if (me)
    return (
      <>
        <Notices codes={codes} onKept={() => setCodes([])} />
        <Frame me={me} onGone={() => setMe(undefined)} />
      </>
    );
  if (!known) return <p class="quiet">Đang mở…</p>;
  /** With a code maker come the codes for when it is lost. */
  const welcome = (member: Me) => {
    setInvitation(undefined);
    setResetting(undefined);
    setMe(member);
    // Without them the notice says that there are none.
    rightsApi.makeCodes().then(setCodes, () => undefined);
  };
  if (resetting !== undefined) return <NewFactor token={resetting} onDone={welcome} />;
  if (invitation === undefined) return <SignIn onDone={setMe} />;
  return <Enrol token={invitation} onDone={welcome} />;
}
