/** Every way to reach the shop. */
export const contact = {
  title: 'Contact',
  intro: 'Every way to reach us, and how soon each one is answered.',
  fastest: 'Fastest of all: look for the answer',
  ask: {
    title: 'Ask in the forum',
    soon: 'Answered within 24 hours',
    text: 'Customers and the shop answer. Often somebody has had the same problem and is faster than we are.',
    button: 'Ask a question',
  },
  refund: {
    title: 'Get a refund',
    soon: 'Approved at once',
    text: 'You need nobody for it: for any reason, by yourself, and you see each step until it is paid.',
    button: 'Start a refund',
  },
  write: {
    title: 'Write an e-mail',
    soon: 'Answered within 24 hours',
    text: 'For what is only between you and us. Give your order number if you have one: {email}',
    button: 'Write to us',
  },
  call: {
    title: 'Call us',
    soon: 'At once, when we are there',
    text: 'If nobody answers, write: it is read within 24 hours. {phone}',
    button: 'Call',
  },
};
