declare module "virtual:helplines/everyone" {
  export const lines: import("./help/helpline").Helpline[];
}
declare module "virtual:helplines/staff" {
  export const lines: import("./help/helpline").Helpline[];
}
