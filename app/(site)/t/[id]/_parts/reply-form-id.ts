/** The id of the reply form: the "Undo" at a reply of a moment ago is one of its buttons. */
export const REPLY_FORM = 'reply-form';
