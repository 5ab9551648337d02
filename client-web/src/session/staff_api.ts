// The accounts of the team over HTTP. Apart from the other services, so that only an admin's pages load it.
import { createClient } from "@connectrpc/connect";
import { StaffService } from "../protocol/generated/nightlight/api/v1/staff_pb";
import { transport } from "./api";

export const staff = createClient(StaffService, transport);
