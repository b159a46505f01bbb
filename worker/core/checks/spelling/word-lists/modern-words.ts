/**
 * Lists words of the web and its trades that the dictionaries lack, in lower case. Add a word if newspapers or style guides print
 * it. Of two spellings, add the American one, because British English accepts "-ize" as well.
 */
export const MODERN_WORDS: ReadonlySet<string> = new Set(
  (
    "abstractable balancer balancers comparator comparators cors cryptographic differentiator disambiguated donut donuts jitter libs " +
    "overridable quantized quartile quartiles singularize singularized toml unrounded warmup warmups " +
    "accessors activewear affordance affordances agentic agritech anonymization async athleisure " +
    "atomicity authenticator authenticators autocorrect autofill autofilled autoload autoloaded autoloading automagically " +
    "autoplay autoscale autoscaling backlink backlinks backticks barcode barcodes bikeshedding biofuel biofuels biohacking " +
    "blocklist blogosphere boba bokeh bootable bootloaders bootstrapper breakpoint brexit browsable burndown bytecode " +
    "catchable chargeback chargebacks chatbot chatbots checkboxes checksums chipset chipsets chroma clickthrough " +
    "clipart codename codenamed codepoint codepoints colorspace combatted combatting combinators commenter compilable compostable configurator " +
    "containerization containerize containerized contenteditable copyable copywriting covid coworking crossfade crossfit " +
    "crowdsource crowdsourced crowdsourcing cryptographically customisable cyberattack cyberattacks cyberbullying " +
    "cybercrime datasheet datasheets datastore datastores datatypes dataviz deadname decapitalize decarbonization " +
    "decarbonize decarbonized declaratively decluttering decrypt decrypted decrypting decrypts dedupe deemphasize " +
    "deemphasized deemphasizing dependants deprecations destructor destructors digitization dismissable " +
    "dismissible distros dockable docstrings doomscrolling downmix downvote downvoted downvotes draggable dropzone " +
    "durations eco ecommerce edtech encodings encryptions esports evolutions explainer explainers facto failover fallbacks " +
    "favicons fediverse fieldset fieldsets fourplex fourplexes findability findable fintech firewalled flamegraph flatpack flexbox focusable " +
    "foldable footgun footguns formatter formatters freemium frontends frontmatter fulltext functors fundraise fundraised " +
    "futureproof gameplay gamification gamified gamify genderqueer geocoding geofence geofencing geolocate geolocation " +
    "geospatial getters gibibyte gibibytes glamping glanceable glitchy glyphs grapheme graphemes grayscale greenwashing " +
    "greyed greylist greylisting hackable hackathon hackathons halloumi handoff healthcheck heatmap heatmaps homeschool " +
    "homeschooled homeschooler hostnames hotfixes hotline hotlines hotspot hotspots hoverable hydropower hyperparameters " +
    "impactful indexable influencer influencers infographic infographics initialisms initialization initializations " +
    "initialize initialized initializes initializing inlines inodes interactable introspectable jailbroken janky jargony " +
    "keepalive kerning keypair keypairs keypress keyring keyspace kibibyte kibibytes killswitch kombucha laggy leaderboard " +
    "leaderboards learnings leetcode letterform lifecycle lifecycles lifehack lightbox lightboxes linkable linters listicle " +
    "livestream livestreamed livestreaming livestreams lockdowns lockfiles lockscreen lookups lossy loungewear manpages " +
    "matcha matcher matchers mebibyte mebibytes megamenu metaclass metadatum metaverse microbiome microblog microblogging " +
    "microcontroller microcontrollers microdata microfrontend micropayment microplastic microsite microsites minified " +
    "minifies minifying misgender misgendered mitigations mockup mockups modularity monetization monetize monetized " +
    "monetizing mountpoint mousedown multibyte multicore multifactor multiline multimodal multiplatform multistep " +
    "multitenancy multitenant natively navbars netmasks neurodivergent neurodiverse neurodiversity newsfeed newtype " +
    "newtypes noindex nominalization nominalizations nonbinary nootropics normalization normalizations normalize normalized " +
    "normalizes normalizing nullability numpad observability ok optimizable optimizer optimizers orchestrator orchestrators " +
    "overfit overfitting overtourism overwritable paintable parallelization parallelize parallelized parameterize parsable " +
    "parsers partitioner passthrough pastebin patchset pathnames paywalled permittee permittees personalization pharming " +
    "photorealistic photoshoot photoshop photoshopped photovoltaics pilates pingback pipelined pixelation podcasted " +
    "podcaster podcasters polyfills polymorphism portlet postfix predefine preflight preloader prerender prerendered " +
    "prerendering preseed preseeded preseeding preselected prioritization prioritizations probiotic probiotics procedurally " +
    "programmatically prosecco prosumer pseudonymization pushback quickstarts radiobutton rasterize rasterized rasterizer " +
    "rebrand rebranded rebranding rebrands rebuildable recode recoded recoding recomputation reconfigurable redirections " +
    "redux referer refetched reflow reflows refurb refurbs registrable reimplementation relatability reloadable " +
    "remediations renderable renderer renderers reproducibility reproducibly resizer retarget retargeting reusability " +
    "reusables rewilding rulemaking rulemakings sandboxed scalable scannability scannable screencast screencasts " +
    "screenreader scroller selectable setuid shapefile sharable shareability sideload sideloaded sideloading signups " +
    "sitelinks sixplex sixplexes skeuomorphic skimmable snackable sortable statefulness staycation staycations storyboarding streamable " +
    "stylesheet subarray subarrays subclassed subclasses subclassing subcomponent subcomponents subexpression subfolders " +
    "subform subnav subnet subnets subpage subpages subreddits substring subtask subtasks subtypes subtyping superclass " +
    "superclasses superfood superfoods superset supersets suspendable swipeable synchronizer syntaxes syscall syscalls " +
    "targetable telehealth telemedicine testability textareas textboxes tickbox timeboxed timezones toolkits toolsets " +
    "trackable trackpad tradeoff tradeoffs transpiling triaging tweetable typesafe unallocated unbuffered unbundled " +
    "unconfigured undelete underutilized undoable undos unfollow unfollowed unformatted ungroup uninitialized unlink " +
    "unlinked unmapped unmaximize unminified unminimized unmoderated unmute unmuted unparsable unsend untagged unwatch " +
    "upcycle upcycled upcycling updaters upgradable upgradeable uploaders uppercased upscaled upscaling upsell upselling " +
    "upskill upskilling uptime upvote upvoted upvotes upvoting userland userspace vararg varargs versionable viewports " +
    "vlogger vloggers vlogging wayfinding wearables webapps webhooks webmail webpage webpages webservers " +
    "whitelabel wifi wireframed wireframes wireframing wishlist wishlists womenswear wordmark workspaces worktrees workwear " +
    "writeup writeups youtuber youtubers zoomable"
  ).split(" "),
);
