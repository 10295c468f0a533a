import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"-10003 ERR_SVR_SSO_A2_UP_INVALID","description":"登录状态已失效，例如被踢之后。 向业务服务端重新获取 UserSig，再用它登录。","frontmatter":{"title":"-10003 ERR_SVR_SSO_A2_UP_INVALID","description":"登录状态已失效，例如被踢之后。 向业务服务端重新获取 UserSig，再用它登录。","code":"-10003","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/-10003.md","filePath":"zh/codes/-10003.md"}');
const _sfc_main = { name: "zh/codes/-10003.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="-10003" tabindex="-1">-10003 <a class="header-anchor" href="#-10003" aria-label="Permalink to &quot;-10003&quot;">​</a></h1><p><a href="/usersig/codes/-10003.html">English</a> · <strong>中文</strong></p><p>又写作: <code>ERR_SVR_SSO_A2_UP_INVALID</code></p><p><strong>由谁返回:</strong> Chat SDK</p><p>登录状态已失效，例如被踢之后。</p><h2 id="处理办法" tabindex="-1">处理办法 <a class="header-anchor" href="#处理办法" aria-label="Permalink to &quot;处理办法&quot;">​</a></h2><p>向业务服务端重新获取 UserSig，再用它登录。</p><h2 id="可能的原因最常见的在前" tabindex="-1">可能的原因，最常见的在前 <a class="header-anchor" href="#可能的原因最常见的在前" aria-label="Permalink to &quot;可能的原因，最常见的在前&quot;">​</a></h2><ol><li><strong>用户被 REST API 踢下线：在此之前签发的 UserSig 全部失效，与有效期无关。</strong> 踢下线至少一秒之后重新签发 UserSig，再用它登录。</li><li><strong>SDK 保留了之前的登录状态，例如被踢之后、重复 init，或旧版本的问题；新的 UserSig 本身没有问题。</strong> 先登出，只初始化一次 SDK，再用新的 UserSig 登录；并升级 SDK。</li></ol><p>出处: <a href="https://cloud.tencent.com/doc/product/269/1671" target="_blank" rel="noreferrer">cloud.tencent.com/doc/product/269/1671</a>; <a href="https://trtc.io/document/34348" target="_blank" rel="noreferrer">trtc.io/document/34348</a>; V2TIMErrorCode.h</p><h2 id="找出您遇到的是哪一种原因" tabindex="-1">找出您遇到的是哪一种原因 <a class="header-anchor" href="#找出您遇到的是哪一种原因" aria-label="Permalink to &quot;找出您遇到的是哪一种原因&quot;">​</a></h2><p>把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;-10003&#39;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>也可以在浏览器里诊断：<a href="/console/" target="_self">控制台</a>。 <a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/-10003.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _10003 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _10003 as default
};
