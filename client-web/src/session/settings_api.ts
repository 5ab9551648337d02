// How the server is set up, over HTTP: for an admin's page alone.
import { createClient } from "@connectrpc/connect";
import { SettingsService } from "../protocol/generated/nightlight/api/v1/settings_pb";
import { transport } from "./api";

export const settings = createClient(SettingsService, transport);
