// Meetings in numbers over HTTP. Apart from the other services, so that only who looks at them loads it.
import { createClient } from "@connectrpc/connect";
import { FiguresService } from "../protocol/generated/nightlight/api/v1/figures_pb";
import { transport } from "./api";

export const figures = createClient(FiguresService, transport);
