/**
 * Lists words of trades with shops and menus that the dictionaries lack, in lower case: food and drink, care and beauty, house
 * and garden, travel and sport. Add a word if a newspaper would print it without an explanation.
 */
export const TRADE_WORDS: readonly string[] =
  // Food and drink.
  (
    "acai affogato aioli americano andouille aperol arancini arepa arepas balti banh bao barolo bavette beignet beignets bento " +
    "beurre bhaji bhajis biscotti bibimbap birria biryani biryanis blanc boule boules breadsticks brined brining bruschetta bulgogi burrata cabernet cacio " +
    "caipirinha cannellini cannoli caponata caprese carnitas carpaccio cassoulet cava cavolo charcuterie chianti chicharron " +
    "chimichurri chipotle chorizo choux churro churros ciders conchas confit coq cortado cortados cotija crema croquetas croque crudo " +
    "daikon dal dashi demi dhal dosa dosas dulce dukkah elote elotes empanada empanadas farro fettuccine fiddlehead fiddleheads flatbreads foie focaccia " +
    "focaccias freekeh frites fritto furikake ganoush gelato gochujang goreng grana grenache gris gyoza gyros harissa " +
    "hefeweizen hoisin hollandaise horchata idli izakaya jalapeno jicama kataifi katsu kefir kimchi kofta koftas korma labneh laksa " +
    "lassi levain limoncello linguine macaron macarons macchiato macchiatos malbec manchego margherita maison marinara masala " +
    "mascarpone meuniere merlot mezcal mezze microbrewery microbreweries microgreens milkshakes minestrone mirin mocktail mocktails mojito " +
    "mojitos nasi nduja nebbiolo negroni negronis nigiri noir omakase orecchiette orzo pakora pakoras palak pancetta paneer panko panna " +
    "panini pappardelle pastelitos patatas pepe peri petit petits pho pierogi pierogies pico pilsner pilsners pinot piri pisco ponzu porchetta " +
    "prawns primavera pupusa pupusas puttanesca queso rabe ragu raita ramen remoulade rendang riesling rigatoni rillettes romesco " +
    "rosso rosti saag saison sambal sangiovese satay sauvignon schnitzels seitan shakshuka shawarma shiraz shishito soba " +
    "soffritto soju sourdoughs spaetzle speculoos spritz spritzes sriracha stollen stracciatella streusel syrah tagine tagines tagliatelle " +
    "tahini tamale tandoori tapenade taqueria tartare tempeh tempranillo teppanyaki tikka tiramisu toastie toasties tomatillo " +
    "tomatillos tostada tostadas trattoria tteokbokki tzatziki udon verde vermicelli vindaloo vino wagyu wakame wagashi yakitori yuzu " +
    "zaatar za'atar " +
    // Care, beauty and sport.
    "acupressure ashtanga balayage barre bootcamp bootcamps botox burpee burpees cortisone dermaplaning dermatologists diastasis doula " +
    "doulas endodontics endodontist endodontists hatha hyaluronic ibuprofen implantology injectables invisalign kettlebell kettlebells " +
    "keto labradoodle labradoodles lymphatic mani microblading microdermabrasion microneedling midazolam naturopath naturopathic " +
    "naturopathy neurofeedback ombre paleo pedi periodontics podiatric podiatry prosthodontics prosthodontist pescatarian reformer reiki retinol " +
    "reflexology semaglutide skincare haircare vinyasa wakeboard wakeboarding jiu jitsu muay pickleball parkour paddleboard " +
    "paddleboarding paddleboards bouldering zipline ziplines ziplining jetski kitesurf kitesurfing snowshoeing glutes " +
    // House, garden, animals.
    "backsplash backsplashes cockapoo cockapoos countertop countertops deworming downlights ductless ductwork goldendoodle goldendoodles " +
    "hardscape hardscapes hardscaping heartworm hydroseeding microchipping minisplit paver pavers regrout regrouting repipe repiping rescreen " +
    "shiplap soffit soffits splashback splashbacks tankless tuckpointing underfloor walkability waterpark waterparks xeriscape xeriscaping " +
    "beadboard crawlspace dehumidification downpipe downpipes fasciae geothermal rebar subfloor subflooring weatherproofing " +
    // Travel, money, work.
    "airbnb backorder backordered bookable dev devs ensuite homebuyer homebuyers homestay homestays kitchenettes lockbox " +
    "lockboxes minke minkes motorhome motorhomes omnichannel dropship dropshipping esbuild env envs photobooth photobooths preapproval " +
    "preapproved prequalified pseudonymized remarketing remortgage remortgages remortgaging retargeting ridesharing rideshare severability " +
    "sublicensable subprocessor subprocessors timelapse townhome townhomes videographer videographers videography voiceover voiceovers " +
    "makerspace makerspaces childminder childminders babysit mgmt guillemets mins hrs secs intolerances roasties sensorial shea tendinopathy physios geotargeting geotargeted"
  ).split(" ");
