import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"-3315 ERR_ROOM_REQUEST_TOKEN_INVALID_PARAMETER","description":"请求 token 的参数无效：检查 TRTCParams.userSig。 把签发出来的 UserSig 原样传入：途中不要截断，不要做 URL 编码，也不要重新编码。","frontmatter":{"title":"-3315 ERR_ROOM_REQUEST_TOKEN_INVALID_PARAMETER","description":"请求 token 的参数无效：检查 TRTCParams.userSig。 把签发出来的 UserSig 原样传入：途中不要截断，不要做 URL 编码，也不要重新编码。","code":"-3315","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/-3315.md","filePath":"zh/codes/-3315.md"}');
const _sfc_main = { name: "zh/codes/-3315.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="-3315" tabindex="-1">-3315 <a class="header-anchor" href="#-3315" aria-label="Permalink to &quot;-3315&quot;">​</a></h1><p><a href="/usersig/codes/-3315.html">English</a> · <strong>中文</strong></p><p>又写作: <code>ERR_ROOM_REQUEST_TOKEN_INVALID_PARAMETER</code></p><p><strong>由谁返回:</strong> TRTC 原生 SDK</p><p>请求 token 的参数无效：检查 TRTCParams.userSig。</p><h2 id="处理办法" tabindex="-1">处理办法 <a class="header-anchor" href="#处理办法" aria-label="Permalink to &quot;处理办法&quot;">​</a></h2><p>把签发出来的 UserSig 原样传入：途中不要截断，不要做 URL 编码，也不要重新编码。</p><h2 id="可能的原因最常见的在前" tabindex="-1">可能的原因，最常见的在前 <a class="header-anchor" href="#可能的原因最常见的在前" aria-label="Permalink to &quot;可能的原因，最常见的在前&quot;">​</a></h2><ol><li><strong>UserSig 校验未通过（-100018）：已过期，属于另一个 UserID 或 SDKAppID，或者用了另一个密钥签发。</strong> 把 UserSig 连同 UserID、SDKAppID 和密钥一起交给诊断，它会指出是哪一种。</li></ol><p>出处: <a href="https://trtc.io/document/35142" target="_blank" rel="noreferrer">trtc.io/document/35142</a>; <a href="https://cloud.tencent.com/document/product/647/32257" target="_blank" rel="noreferrer">cloud.tencent.com/document/product/647/32257</a>; TXLiteAVCode.h</p><h2 id="找出您遇到的是哪一种原因" tabindex="-1">找出您遇到的是哪一种原因 <a class="header-anchor" href="#找出您遇到的是哪一种原因" aria-label="Permalink to &quot;找出您遇到的是哪一种原因&quot;">​</a></h2><p>把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;-3315&#39;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>也可以在浏览器里诊断：<a href="/console/" target="_self">控制台</a>。 <a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/-3315.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _3315 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _3315 as default
};
