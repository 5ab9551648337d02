// Incidents over HTTP. Apart from the other services, so that only who writes or reads one loads it.
import { createClient } from "@connectrpc/connect";
import { IncidentService } from "../protocol/generated/nightlight/api/v1/incident_pb";
import { transport } from "./api";

export const incidents = createClient(IncidentService, transport);
