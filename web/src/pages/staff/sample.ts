/** The data in a browser in which a member of staff has signed in before. */
export const STAFF_SESSION = { "staff-session": "1" };
