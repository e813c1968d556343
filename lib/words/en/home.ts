/** The first page, and the three doors that stand on others, too. */
export const home = {
  title: '{shop} help',
  description: 'Answers, forum and refunds of {shop}.',
  news: '{shop}: news',
  question: 'How can we help?',
  intro: 'Find an answer from {shop} and its customers.',
  helped: 'Answers that help most',
  newest: 'Newest answers',
  allAnswers: 'All answers',
  latest: 'Latest in the forum',
  canYouHelp: 'Can you help?',
  seeAll: 'See all',
  stillLooking: 'Still looking?',
  doors: {
    ask: 'Ask a question',
    askText: 'Other customers and the shop answer in the forum, within a day.',
    contact: 'Contact us',
    contactText: 'Every way to reach us, and how soon each one is answered.',
    refund: 'Get a refund',
    refundText: 'For any reason, approved at once, followed until the money is there.',
  },
};
