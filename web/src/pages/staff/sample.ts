/** Kept by a browser where staff signed in before. */
export const STAFF_SESSION = { "staff-session": "1" };
