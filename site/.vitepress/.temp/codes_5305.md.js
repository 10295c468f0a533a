import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"5305 DEVICE_INVALID_STATE_ERROR","description":"The page was not in a state to capture, as before a click. Start it out of a click of the user, while the page is visible.","frontmatter":{"title":"5305 DEVICE_INVALID_STATE_ERROR","description":"The page was not in a state to capture, as before a click. Start it out of a click of the user, while the page is visible.","code":"5305","prev":false,"next":false},"headers":[],"relativePath":"codes/5305.md","filePath":"codes/5305.md"}');
const _sfc_main = { name: "codes/5305.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="5305" tabindex="-1">5305 <a class="header-anchor" href="#5305" aria-label="Permalink to &quot;5305&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/5305.html">中文</a></p><p>Also written: <code>DEVICE_INVALID_STATE_ERROR</code></p><p><strong>Answered by:</strong> the TRTC SDK for the web, version 5</p><p>The page was not in a state to capture, as before a click.</p><h2 id="what-to-do" tabindex="-1">What to do <a class="header-anchor" href="#what-to-do" aria-label="Permalink to &quot;What to do&quot;">​</a></h2><p>Start it out of a click of the user, while the page is visible.</p><p>Source: <a href="https://web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ERROR_CODE.html" target="_blank" rel="noreferrer">web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ERROR_CODE.html</a>; <a href="https://trtc.io/document/41665" target="_blank" rel="noreferrer">trtc.io/document/41665</a></p><p>-5305 is the same: native SDKs put a minus in front of the codes of the servers, and 5305 stands without it.</p><h2 id="find-out-which-cause-is-yours" tabindex="-1">Find out which cause is yours <a class="header-anchor" href="#find-out-which-cause-is-yours" aria-label="Permalink to &quot;Find out which cause is yours&quot;">​</a></h2><p>Paste the UserSig, the line of your log or the code. Neither tickets nor keys leave your machine.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 5305</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>The same in the browser: <a href="/console/" target="_self">the console</a>. <a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/5305.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _5305 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _5305 as default
};
