import { Router } from "express";
import type { Config } from "../../config.ts";
import type { Access } from "../console/access.ts";
import { ownerPaths, SiteCheck } from "./wire.ts";

export interface OwnerParts {
  readonly access: Access;
  readonly config: Pick<Config, "owner" | "publicUrl">;
}

/** Tells whoever runs the site, and nobody else, what people should be told there and is not set. */
export function ownerRoutes({ access, config }: OwnerParts): Router {
  const router = Router();
  router.get(ownerPaths.site, access.guard(["administrator"]), (_request, response) => {
    const { owner, publicUrl } = config;
    const check: SiteCheck = {
      missing: [
        ...(owner.name === undefined ? (["SITE_OWNER"] as const) : []),
        ...(owner.contact === undefined ? (["SITE_CONTACT"] as const) : []),
        ...(new URL(publicUrl).hostname === "localhost" ? (["PUBLIC_URL"] as const) : []),
      ],
    };
    response.json(SiteCheck.parse(check));
  });
  return router;
}
