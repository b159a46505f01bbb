/** Lists brands that write themselves in small letters. They are right in any case. Leave out those that are near a common word. */
export const OWN_CASE_BRANDS: readonly string[] = (
  "adidas airbnb amiibo bitly boohoo bpost comdirect congstar easyjet ebay esure fiverr flickr flybe freenet giffgaff hulu hummel " +
  "idealo imgur instax itsu jetblue lastminute lululemon lyft mastercard noom npm oppo photobox ratiopharm realme reddit " +
  "redbubble sipgate tesa thyssenkrupp trivago tumblr uhlsport uvex vueling wagamama xfinity zooplus"
).split(" ");
